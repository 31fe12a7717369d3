/**
 * Installations of nested ESXi hosts that nobody has to attend: a {@link
 * dev.vireo.nest.install.Kickstart} answers the installer's questions, and reaches it in a copy of
 * its ISO ({@link dev.vireo.nest.install.InstallerIso}) or on a USB stick ({@link
 * dev.vireo.nest.install.InstallerUsb}). {@link dev.vireo.nest.install.Installations} makes the
 * media and the host in one go.
 *
 * <p>What the files say follows VMware's documents; none was tried with ESXi itself here.
 */
@NullMarked
package dev.vireo.nest.install;

import org.jspecify.annotations.NullMarked;
