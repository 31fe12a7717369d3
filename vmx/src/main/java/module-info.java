/** VMware's configuration files: read and edited without loss, converted, checked, compared. */
module dev.vireo.vmx {
  requires transitive dev.vireo.model;
  requires static org.jspecify;

  exports dev.vireo.vmx;
  exports dev.vireo.vmx.device;
  exports dev.vireo.vmx.lint;
}
