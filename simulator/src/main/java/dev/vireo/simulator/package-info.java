/**
 * A simulated ESX, GSX or vCenter that real clients take for real: in process or over HTTPS, with
 * tasks, questions, files, delays and faults.
 */
@NullMarked
package dev.vireo.simulator;

import org.jspecify.annotations.NullMarked;
