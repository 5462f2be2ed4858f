/*
 * embedded.S
 *		The weights of model/, as read-only data of the library: all processes
 *		share their pages, and no file can be cut off under a running server.
 */
	.section .rodata
	.macro	weights name, path
	.balign	64
	.hidden	\name
	.globl	\name
	.type	\name, %object
\name:
	.incbin	"\path"
\name\()_end:
	.size	\name, . - \name
	.balign	8
	.hidden	\name\()_bytes
	.globl	\name\()_bytes
	.type	\name\()_bytes, %object
\name\()_bytes:
	.quad	\name\()_end - \name
	.size	\name\()_bytes, 8
	.endm

	weights	nd_tagger_weights, "model/tagger.bin"
	weights	nd_parser_weights, "model/parser.bin"
	weights	nd_proposer_weights, "model/proposer.bin"
	weights	nd_decider_weights, "model/decider.bin"

	.section .note.GNU-stack, "", %progbits
