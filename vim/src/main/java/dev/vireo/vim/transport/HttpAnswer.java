package dev.vireo.vim.transport;

import dev.vireo.vim.internal.http.ResponseBody;
import dev.vireo.vim.internal.http.ResponseHead;

/**
 * An answer whose head has been read.
 *
 * @param connection where the rest of it comes from
 * @param head its head
 * @param body its body, of which nothing has been read
 * @param settled whether the server has had the whole request
 */
record HttpAnswer(
    HttpConnection connection, ResponseHead head, ResponseBody body, boolean settled) {}
