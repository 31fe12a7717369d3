/**
 * How data objects and calls read and write themselves, whatever the form of the message. The form
 * itself is {@code dev.vireo.vim.soap}'s.
 */
@NullMarked
package dev.vireo.vim.codec;

import org.jspecify.annotations.NullMarked;
