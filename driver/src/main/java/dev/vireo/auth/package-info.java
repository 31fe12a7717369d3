/** Where user name and password come from: a callback, or libvirt's {@code auth.conf}. */
@NullMarked
package dev.vireo.auth;

import org.jspecify.annotations.NullMarked;
