/** Tests of nested hosts, against recorded libvirt documents and small trees of /proc and /sys. */
@NullMarked
package dev.vireo.nest;

import org.jspecify.annotations.NullMarked;
