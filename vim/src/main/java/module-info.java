/** The VI (vSphere) API on the wire. */
module dev.vireo.vim {
  requires java.xml;
  requires static org.bouncycastle.provider;
  requires static org.bouncycastle.tls;
  requires static org.jspecify;

  exports dev.vireo.vim;
  exports dev.vireo.vim.codec;
  exports dev.vireo.vim.event;
  exports dev.vireo.vim.file;
  exports dev.vireo.vim.methods;
  exports dev.vireo.vim.property;
  exports dev.vireo.vim.soap;
  exports dev.vireo.vim.task;
  exports dev.vireo.vim.transport;
  exports dev.vireo.vim.types;
}
