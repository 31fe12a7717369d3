/** Waiting for what the server does after it has answered. */
@NullMarked
package dev.vireo.vim.task;

import org.jspecify.annotations.NullMarked;
