package dev.vireo.interop.vmx;

/** Which way a conversion goes. */
enum Direction {
  /** A VMX file becomes domain XML. */
  VMX_TO_XML,
  /** Domain XML becomes a VMX file. */
  XML_TO_VMX
}
