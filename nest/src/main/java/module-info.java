/** Nested ESXi hosts under KVM. */
module dev.vireo.nest {
  requires java.xml;
  requires transitive dev.vireo;
  requires transitive dev.vireo.model;
  requires dev.vireo.vim;
  requires static org.jspecify;

  exports dev.vireo.nest;
  exports dev.vireo.nest.check;
  exports dev.vireo.nest.host;
  exports dev.vireo.nest.install;
  exports dev.vireo.nest.libvirt;
  exports dev.vireo.nest.modernise;
  exports dev.vireo.nest.probe;
  exports dev.vireo.nest.version;
}
