/** Tests of how events come to those who want them. */
@org.jspecify.annotations.NullMarked
package dev.vireo.internal.event;
