/** libvirt's API for VMware hosts. */
module dev.vireo {
  requires transitive dev.vireo.model;
  requires transitive dev.vireo.vim;
  requires dev.vireo.vmx;
  requires static org.jspecify;

  exports dev.vireo;
  exports dev.vireo.auth;
  exports dev.vireo.uri;

  uses dev.vireo.vim.transport.EmbeddedHostProvider;
}
