/** Reading properties of objects, and waiting for their changes, with any version of the API. */
@NullMarked
package dev.vireo.vim.property;

import org.jspecify.annotations.NullMarked;
