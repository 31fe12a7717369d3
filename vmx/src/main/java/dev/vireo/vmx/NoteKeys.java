package dev.vireo.vmx;

/**
 * Keys of VMX files that are Vireo's own. VMware's programs keep entries that they do not know, and
 * libvirt's converter passes them over.
 */
public final class NoteKeys {

  /** The title of a domain. */
  public static final String TITLE = "vireo.title";

  /** The metadata of a domain: its element {@code <metadata>} in one line. */
  public static final String METADATA = "vireo.metadata";

  private NoteKeys() {}
}
