/** What has happened on a server. */
@NullMarked
package dev.vireo.vim.event;

import org.jspecify.annotations.NullMarked;
