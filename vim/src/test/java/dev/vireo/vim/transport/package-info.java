/** Tests of the transport against servers and proxies on the loopback interface. */
@NullMarked
package dev.vireo.vim.transport;

import org.jspecify.annotations.NullMarked;
