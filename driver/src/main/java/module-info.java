/** libvirt's API for VMware hosts. */
module dev.vireo {
  requires transitive dev.vireo.model;
  requires dev.vireo.vim;
  requires dev.vireo.vmx;
  requires static org.jspecify;

  exports dev.vireo;
  exports dev.vireo.auth;
  exports dev.vireo.event;
  exports dev.vireo.flag;
  exports dev.vireo.spi;
  exports dev.vireo.uri;

  uses dev.vireo.spi.HypervisorDriver;
  uses dev.vireo.vim.transport.EmbeddedHostProvider;

  provides dev.vireo.spi.HypervisorDriver with
      dev.vireo.internal.esx.connect.EsxDriver;
}
