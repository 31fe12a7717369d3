@org.jspecify.annotations.NullMarked
package dev.vireo.vim;
