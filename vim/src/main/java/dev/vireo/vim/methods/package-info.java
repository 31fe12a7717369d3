/** The methods of the VI API, one record of parameters each. */
@NullMarked
package dev.vireo.vim.methods;

import org.jspecify.annotations.NullMarked;
