/** Tests of what drivers are made of, with drivers of their own. */
@org.jspecify.annotations.NullMarked
package dev.vireo.spi;
