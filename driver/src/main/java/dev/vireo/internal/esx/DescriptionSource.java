package dev.vireo.internal.esx;

/**
 * Makes {@link Descriptions} when they are asked for. Most connections never ask, and shall not
 * load what they are made of.
 *
 * @param inventory the host and its machines
 * @param identity which uuid is the domain's
 * @param host name of the host for messages
 */
record DescriptionSource(Inventory inventory, MachineIdentity identity, String host) {

  /** The descriptions. */
  Descriptions open() {
    return new Descriptions(inventory, identity, host);
  }
}
