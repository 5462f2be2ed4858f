/*
 * tagset.h
 *		Parts of speech (Penn Treebank tags as UD English has them in XPOS) and
 *		dependency relations (Universal Dependencies 2, English).
 *
 * The numbers stand in the weights and on disk: append only.
 */
#ifndef ND_TAGSET_H
#define ND_TAGSET_H

#include <stddef.h>

#define ND_TAGS(X) \
	X(ADD, "ADD") \
	X(AFX, "AFX") \
	X(CC, "CC") \
	X(CD, "CD") \
	X(DT, "DT") \
	X(EX, "EX") \
	X(FW, "FW") \
	X(GW, "GW") \
	X(HYPH, "HYPH") \
	X(IN, "IN") \
	X(JJ, "JJ") \
	X(JJR, "JJR") \
	X(JJS, "JJS") \
	X(LS, "LS") \
	X(MD, "MD") \
	X(NFP, "NFP") \
	X(NN, "NN") \
	X(NNP, "NNP") \
	X(NNPS, "NNPS") \
	X(NNS, "NNS") \
	X(PDT, "PDT") \
	X(POS, "POS") \
	X(PRP, "PRP") \
	X(PRPS, "PRP$") \
	X(RB, "RB") \
	X(RBR, "RBR") \
	X(RBS, "RBS") \
	X(RP, "RP") \
	X(SYM, "SYM") \
	X(TO, "TO") \
	X(UH, "UH") \
	X(VB, "VB") \
	X(VBD, "VBD") \
	X(VBG, "VBG") \
	X(VBN, "VBN") \
	X(VBP, "VBP") \
	X(VBZ, "VBZ") \
	X(WDT, "WDT") \
	X(WP, "WP") \
	X(WPS, "WP$") \
	X(WRB, "WRB") \
	X(DOLLAR, "$") \
	X(COMMA, ",") \
	X(STOP, ".") \
	X(COLON, ":") \
	X(OPEN_QUOTE, "``") \
	X(CLOSE_QUOTE, "''") \
	X(OPEN_BRACKET, "-LRB-") \
	X(CLOSE_BRACKET, "-RRB-")

#define ND_RELATIONS(X) \
	X(ROOT, "root") \
	X(ACL, "acl") \
	X(ACL_RELCL, "acl:relcl") \
	X(ADVCL, "advcl") \
	X(ADVCL_RELCL, "advcl:relcl") \
	X(ADVMOD, "advmod") \
	X(AMOD, "amod") \
	X(APPOS, "appos") \
	X(AUX, "aux") \
	X(AUX_PASS, "aux:pass") \
	X(CASE, "case") \
	X(CC, "cc") \
	X(CC_PRECONJ, "cc:preconj") \
	X(CCOMP, "ccomp") \
	X(COMPOUND, "compound") \
	X(COMPOUND_PRT, "compound:prt") \
	X(CONJ, "conj") \
	X(COP, "cop") \
	X(CSUBJ, "csubj") \
	X(CSUBJ_OUTER, "csubj:outer") \
	X(CSUBJ_PASS, "csubj:pass") \
	X(DEP, "dep") \
	X(DET, "det") \
	X(DET_PREDET, "det:predet") \
	X(DISCOURSE, "discourse") \
	X(DISLOCATED, "dislocated") \
	X(EXPL, "expl") \
	X(FIXED, "fixed") \
	X(FLAT, "flat") \
	X(GOESWITH, "goeswith") \
	X(IOBJ, "iobj") \
	X(LIST, "list") \
	X(MARK, "mark") \
	X(NMOD, "nmod") \
	X(NMOD_DESC, "nmod:desc") \
	X(NMOD_POSS, "nmod:poss") \
	X(NMOD_UNMARKED, "nmod:unmarked") \
	X(NSUBJ, "nsubj") \
	X(NSUBJ_OUTER, "nsubj:outer") \
	X(NSUBJ_PASS, "nsubj:pass") \
	X(NUMMOD, "nummod") \
	X(OBJ, "obj") \
	X(OBL, "obl") \
	X(OBL_AGENT, "obl:agent") \
	X(OBL_UNMARKED, "obl:unmarked") \
	X(ORPHAN, "orphan") \
	X(PARATAXIS, "parataxis") \
	X(PUNCT, "punct") \
	X(REPARANDUM, "reparandum") \
	X(VOCATIVE, "vocative") \
	X(XCOMP, "xcomp")

typedef enum NdTag
{
#define X(name, text) ND_TAG_##name,
	ND_TAGS(X)
#undef X
	ND_N_TAGS
} NdTag;

typedef enum NdRelation
{
#define X(name, text) ND_REL_##name,
	ND_RELATIONS(X)
#undef X
	ND_N_RELATIONS
} NdRelation;

/* NUL-terminated name, "?" for a number that is none. */
extern const char *nd_tag_name(unsigned tag);
extern const char *nd_relation_name(unsigned relation);

/* The number of a name of `length` bytes, or ND_N_TAGS / ND_N_RELATIONS. */
extern unsigned nd_tag_number(const char *name, size_t length);
extern unsigned nd_relation_number(const char *name, size_t length);

#endif
