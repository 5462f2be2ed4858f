/*
 * tree.c
 *		What the features ask of the dependency trees of a chunk.
 *
 * One walk from the leaves up gathers edges and children, one from the roots
 * down gathers what stands above. The order of the walks is found by counting
 * children (Kahn, "Topological sorting of large networks", 1962), so a tree
 * of any shape takes linear time.
 */
#include "claim/chunk.h"

#include "language/tagset.h"

/*
 * Heads before children, written from the back. A head that is part of a
 * circle would never come up; its words become roots.
 */
static void
order_sentence(NdChunk *chunk, uint32_t first, uint32_t end, uint32_t *waiting)
{
	NdView	   *views = chunk->views;
	uint32_t	slot = end;		/* order[slot .. end - 1] is known */
	uint32_t	next = end;

	for (uint32_t i = first; i < end; i++)
		waiting[i] = 0;
	for (uint32_t i = first; i < end; i++)
		if (views[i].head != ND_NONE)
			waiting[views[i].head]++;
	for (uint32_t i = first; i < end; i++)
		if (waiting[i] == 0)
			chunk->order[--slot] = i;
	while (next > slot)
	{
		uint32_t	head = views[chunk->order[--next]].head;

		if (head != ND_NONE && --waiting[head] == 0)
			chunk->order[--slot] = head;
	}
	for (uint32_t i = first; i < end && slot > first; i++)
		if (waiting[i] != 0)
		{
			views[i].head = ND_NONE;
			chunk->order[--slot] = i;
		}
}

static void
walk_up(NdChunk *chunk, uint32_t first, uint32_t end)
{
	NdView	   *views = chunk->views;

	for (uint32_t i = first; i < end; i++)
	{
		views[i].left = views[i].right = i;
		views[i].subject = views[i].object = ND_NONE;
	}
	for (uint32_t k = end; k > first; k--)
	{
		uint32_t	i = chunk->order[k - 1];
		const NdView *view = &views[i];
		NdView	   *head;

		if (view->head == ND_NONE)
			continue;
		head = &views[view->head];
		if (view->left < head->left)
			head->left = view->left;
		if (view->right > head->right)
			head->right = view->right;
		head->children |= UINT64_C(1) << view->relation;
		if (view->relation == ND_REL_NSUBJ || view->relation == ND_REL_NSUBJ_PASS)
			head->subject = i;
		else if (view->relation == ND_REL_OBJ)
			head->object = i;
	}
}

static bool
heads_clause(const NdView *view)
{
	switch (view->relation)
	{
		case ND_REL_ROOT:
		case ND_REL_ACL:
		case ND_REL_ACL_RELCL:
		case ND_REL_ADVCL:
		case ND_REL_ADVCL_RELCL:
		case ND_REL_CCOMP:
		case ND_REL_CSUBJ:
		case ND_REL_CSUBJ_PASS:
		case ND_REL_PARATAXIS:
		case ND_REL_XCOMP:
			return true;
		case ND_REL_CONJ:
			return view->tag >= ND_TAG_VB && view->tag <= ND_TAG_VBZ;
		default:
			return false;
	}
}

static void
walk_down(NdChunk *chunk, uint32_t first, uint32_t end)
{
	NdView	   *views = chunk->views;

	for (uint32_t k = first; k < end; k++)
	{
		uint32_t	i = chunk->order[k];
		NdView	   *view = &views[i];
		const NdView *head = view->head == ND_NONE ? NULL : &views[view->head];
		bool		under_reporter = head && head->reporting != 0;

		view->depth = head ? head->depth + 1 : 0;
		view->root = head ? head->root : i;
		view->root_branch = head && head->head != ND_NONE ? head->root_branch : i;
		view->clause = head && !heads_clause(view) ? head->clause : i;
		view->reporter = !head ? ND_NONE : under_reporter ? view->head : head->reporter;
		view->branch = !head ? ND_NONE : under_reporter ? i : head->branch;
	}
}

bool
nd_chunk_trees(NdArena *arena, NdChunk *chunk)
{
	uint32_t   *waiting = nd_alloc_array(arena, chunk->count, sizeof(uint32_t));

	if (waiting == NULL)
		return false;
	for (uint32_t first = 0; first < chunk->count; first = chunk->views[first].sentence_end)
	{
		uint32_t	end = chunk->views[first].sentence_end;

		order_sentence(chunk, first, end, waiting);
		walk_up(chunk, first, end);
		walk_down(chunk, first, end);
	}
	return true;
}
