/** What a machine is made of and called, as far as users set it without a whole definition. */
@NullMarked
package dev.vireo.internal.esx.configuration;

import org.jspecify.annotations.NullMarked;
