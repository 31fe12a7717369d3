/**
 * HTTP/1.1 and the talk with proxies, byte by byte: what is written and read on a connection that
 * stands. Nothing here opens a connection, and whatever a peer sends ends in an {@link
 * java.io.IOException} at worst.
 */
@NullMarked
package dev.vireo.vim.internal.http;

import org.jspecify.annotations.NullMarked;
