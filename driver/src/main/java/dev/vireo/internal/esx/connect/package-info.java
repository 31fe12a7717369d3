/** Coming to a host: the driver, its URIs, the first contact and the login. */
@NullMarked
package dev.vireo.internal.esx.connect;

import org.jspecify.annotations.NullMarked;
