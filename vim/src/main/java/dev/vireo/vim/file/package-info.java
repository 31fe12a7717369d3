/** The files of datastores over HTTP. */
@NullMarked
package dev.vireo.vim.file;

import org.jspecify.annotations.NullMarked;
