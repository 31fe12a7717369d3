/** libvirt's XML documents, read and written without loss. */
module dev.vireo.model {
  requires java.xml;
  requires static org.jspecify;

  exports dev.vireo.model;
  exports dev.vireo.model.domain;
  exports dev.vireo.model.snapshot;
  exports dev.vireo.model.xml;
}
