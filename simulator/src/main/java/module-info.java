/** Simulated ESX, GSX and vCenter hosts, in process or over HTTPS. */
module dev.vireo.simulator {
  requires transitive dev.vireo.vim;
  requires dev.vireo.vmx;
  requires static org.jspecify;

  exports dev.vireo.simulator;

  provides dev.vireo.vim.transport.EmbeddedHostProvider with
      dev.vireo.simulator.EmbeddedHosts;
}
