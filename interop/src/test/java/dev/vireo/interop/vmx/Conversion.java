package dev.vireo.interop.vmx;

/**
 * One document, and what both converters make of it.
 *
 * @param direction which way
 * @param name what to call the document in messages
 * @param input its text
 * @param libvirt what C libvirt makes of it
 * @param ours what the Java converter makes of it
 */
record Conversion(Direction direction, String name, String input, Result libvirt, Result ours) {}
