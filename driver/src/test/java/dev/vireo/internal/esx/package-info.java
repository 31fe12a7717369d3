/** Tests of the ESX driver, against a host in memory. */
@org.jspecify.annotations.NullMarked
package dev.vireo.internal.esx;
