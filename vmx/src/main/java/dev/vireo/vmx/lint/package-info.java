/** What is wrong or odd in a configuration file, by rules that each know one thing. */
@NullMarked
package dev.vireo.vmx.lint;

import org.jspecify.annotations.NullMarked;
