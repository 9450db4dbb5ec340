# SPDX-License-Identifier: GPL-3.0-or-later
# Completions, made from the one list of options.
completions = data/completions/pore data/completions/_pore data/completions/pore.fish
completion_make = $(AM_V_GEN)$(MKDIR_P) data/completions && \
	$(AWK) -f $(srcdir)/data/completions/complete.awk
completion_from = $(srcdir)/data/completions/complete.awk $(srcdir)/src/cli/options.def

data/completions/pore: $(completion_from)
	$(completion_make) -v shell=bash $(srcdir)/src/cli/options.def >$@.new && mv $@.new $@
data/completions/_pore: $(completion_from)
	$(completion_make) -v shell=zsh $(srcdir)/src/cli/options.def >$@.new && mv $@.new $@
data/completions/pore.fish: $(completion_from)
	$(completion_make) -v shell=fish $(srcdir)/src/cli/options.def >$@.new && mv $@.new $@

bashcompletiondir = $(datadir)/bash-completion/completions
nodist_bashcompletion_DATA = data/completions/pore
zshcompletiondir = $(datadir)/zsh/site-functions
nodist_zshcompletion_DATA = data/completions/_pore
fishcompletiondir = $(datadir)/fish/vendor_completions.d
nodist_fishcompletion_DATA = data/completions/pore.fish
CLEANFILES += $(completions)
EXTRA_DIST += data/completions/complete.awk
