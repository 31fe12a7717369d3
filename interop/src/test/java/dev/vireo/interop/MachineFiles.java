package dev.vireo.interop;

import dev.vireo.simulator.Preset;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Files that describe a machine, for the words in capitals of a command.
 *
 * @param vmx a VMX file with relative names
 * @param absolute a VMX file with names from the root of the host
 * @param xml domain XML
 */
record MachineFiles(Path vmx, Path absolute, Path xml) {
  private static final String DISK = "scsi0:0.fileName = \"";

  private static final String XML =
      """
      <domain type='vmware'>
        <name>made by hand</name>
        <uuid>564d0001-0203-0405-0607-08090a0b0c0d</uuid>
        <description>first line</description>
        <memory unit='MiB'>1024</memory>
        <currentMemory unit='MiB'>512</currentMemory>
        <vcpu placement='static'>2</vcpu>
        <os>
          <type arch='x86_64'>hvm</type>
        </os>
        <devices>
          <disk type='file' device='disk'>
            <source file='[DATASTORE] made/made.vmdk'/>
            <target dev='sda' bus='scsi'/>
            <address type='drive' controller='0' bus='0' target='0' unit='0'/>
          </disk>
          <disk type='file' device='cdrom'>
            <source file='[DATASTORE] iso/system.iso'/>
            <target dev='hdc' bus='ide'/>
          </disk>
          <controller type='scsi' index='0' model='lsilogic'/>
          <interface type='bridge'>
            <mac address='00:0c:29:01:02:03'/>
            <source bridge='VM Network'/>
            <model type='e1000'/>
          </interface>
          <graphics type='vnc' port='5901' autoport='no' passwd='s3cret'/>
        </devices>
      </domain>
      """;

  /** Writes them, for the datastores of a host. */
  static MachineFiles write(SimulatedHost host, Path folder) throws IOException {
    boolean gsx = host.simulator().config().preset() == Preset.GSX20;
    String vmx =
        new String(host.simulator().vms().all().getFirst().vmxFile(), StandardCharsets.UTF_8);
    String elsewhere =
        gsx ? "/var/lib/vmware/Virtual Machines/other/" : "/vmfs/volumes/datastore1/other/";
    return new MachineFiles(
        Files.writeString(folder.resolve("relative.vmx"), vmx),
        Files.writeString(folder.resolve("absolute.vmx"), vmx.replace(DISK, DISK + elsewhere)),
        Files.writeString(
            folder.resolve("made.xml"), XML.replace("DATASTORE", gsx ? "standard" : "datastore1")));
  }

  /** Fills the files in. */
  List<String> fill(List<String> words) {
    return words.stream()
        .map(word ->
            switch (word) {
              case "VMX" -> vmx.toString();
              case "ABSOLUTE" -> absolute.toString();
              case "XML" -> xml.toString();
              case "MADE" -> "made by hand";
              default -> word;
            })
        .toList();
  }
}
