package dev.vireo.vmx.convert;

import dev.vireo.vmx.VmxDocument;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Files of random entries, known and unknown, good and bad. */
final class RandomFiles {

  private static final String[] GENERAL = {
    "memsize=1024",
    "memsize=1023",
    "memsize = 4096",
    "sched.mem.max=512",
    "sched.mem.max=x",
    "sched.mem.minsize=256",
    "numvcpus=4",
    "numvcpus=3",
    "cpuid.coresPerSocket=2",
    "cpuid.coresPerSocket=3",
    "sched.cpu.affinity=0,1,2,3",
    "sched.cpu.affinity=0",
    "sched.cpu.shares=normal",
    "sched.cpu.shares=odd",
    "guestOS=rhel5",
    "guestOS=windows9-64",
    "annotation=one|0Atwo |22|7c",
    "annotation=50% |",
    "uuid.bios=50 11 5e 16 9b dc 49 d7-f1 71" + " 53 c4 d7 f9 17 10",
    "uuid.bios=bad",
    "vc.uuid=52 90 1f c4 ab 38 6d 72-e5 07 4c 83 f9" + " ba 20 6e",
    "vm.genid=-8536691797830587195",
    "firmware=efi",
    "firmware=bios",
    "firmware=coreboot",
    "uefi.secureBoot.enabled=TRUE",
    "nvram=vm.nvram",
    "vtpm.present=TRUE",
    "smbios.reflecthost=TRUE",
    "svga.vramSize=4194305",
    "RemoteDisplay.vnc.enabled=TRUE",
    "RemoteDisplay.vnc.port=5905",
    "RemoteDisplay.vnc.password=secret",
    "isolation.tools.hgfs.disable=FALSE",
    "sharedFolder.maxNum=4",
    "pciBridge0.present=TRUE",
    "tools.syncTime=false",
    "extendedConfigFile=vm.vmxf",
    "sched.swap.derivedName=/a/b",
    "guestinfo.a|b=x",
    "MEMSIZE=2048",
    "config.version=8",
    "snapshot.action=keep"
  };
  private static final String[] DISK = {
    "present=TRUE",
    "present=true",
    "present=FALSE",
    "present=maybe",
    "fileName=a.vmdk",
    "fileName=/vmfs/volumes/4a-2/a/b.vmdk",
    "fileName=/vmfs/volumes/gone/b.vmdk",
    "fileName=a.iso",
    "fileName=/vmfs/volumes/gone/a.iso",
    "fileName=emptyBackingString",
    "fileName=auto detect",
    "fileName=",
    "fileName=disk.raw",
    "fileName=../x/y.vmdk",
    "deviceType=scsi-hardDisk",
    "deviceType=disk",
    "deviceType=cdrom-image",
    "deviceType=atapi-cdrom",
    "deviceType=cdrom-raw",
    "deviceType=scsi-passthru",
    "deviceType=martian",
    "clientDevice=TRUE",
    "writeThrough=TRUE",
    "mode=independent-nonpersistent",
    "mode=persistent",
    "redo=",
    "ctkEnabled=TRUE",
    "fileType=file",
    "fileType=device",
    "startConnected=FALSE"
  };
  private static final String[] CONTROLLER = {
    "present=TRUE",
    "present=FALSE",
    "virtualDev=lsilogic",
    "virtualDev=PVSCSI",
    "virtualDev=ncr",
    "pciSlotNumber=160",
    "pciSlotNumber=-1",
    "sharedBus=none"
  };
  private static final String[] ETHERNET = {
    "present=TRUE",
    "present=FALSE",
    "virtualDev=e1000",
    "virtualDev=VMXNET3",
    "virtualDev=sriov",
    "virtualDev=vmxnet",
    "features=15",
    "networkName=VM Network",
    "networkName=",
    "networkName=a|22b",
    "connectionType=bridged",
    "connectionType=custom",
    "vnet=vmnet7",
    "connectionType=hostonly",
    "connectionType=nat",
    "connectionType=pvn",
    "addressType=vpx",
    "addressType=static",
    "addressType=generated",
    "addressType=odd",
    "address=00:50:56:11:22:33",
    "address=52:54:00:11:22:33",
    "generatedAddress=00:0c:29:aa:bb:cc",
    "generatedAddress=00:50:56:91:48:C7",
    "generatedAddress=nothing",
    "checkMACAddress=FALSE",
    "checkMACAddress=true",
    "pciSlotNumber=192",
    "dvs.switchId=5c 9b 1b 50 e6 1b 4e 1e-b9 f4 d8 6f" + " f1 0f 5d 3d",
    "dvs.portgroupId=dvportgroup-1",
    "dvs.switchId=?",
    "wakeOnPcktRcv=FALSE"
  };
  private static final String[] PORT = {
    "present=TRUE",
    "fileType=device",
    "fileType=file",
    "fileType=pipe",
    "fileType=network",
    "fileType=thinprint",
    "fileName=/dev/a",
    "fileName=a.log",
    "fileName=telnet://host:4501",
    "fileName=service-uri",
    "network.endPoint=client",
    "network.endPoint=peer",
    "pipe.endPoint=server",
    "vspc=telnets://proxy:1",
    "yieldOnMsrRead=FALSE",
    "startConnected=TRUE"
  };
  private static final String[] FOLDER = {
    "present=TRUE",
    "enabled=TRUE",
    "enabled=FALSE",
    "readAccess=TRUE",
    "writeAccess=TRUE",
    "hostPath=/srv/a",
    "guestName=a",
    "guestName=b",
    "expiration=never"
  };
  private static final String[] PREFIXES = {
    "scsi0",
    "scsi0:0",
    "scsi0:1",
    "scsi0:7",
    "scsi0:16",
    "scsi1",
    "scsi1:3",
    "Scsi2:0",
    "sata0",
    "sata0:0",
    "sata0:5",
    "nvme0",
    "nvme0:0",
    "ide0:0",
    "ide1:0",
    "floppy0",
    "floppy1",
    "ethernet0",
    "ethernet1",
    "ethernet3",
    "Ethernet7",
    "ethernet12",
    "serial0",
    "serial1",
    "serial5",
    "parallel0",
    "sharedFolder0",
    "sharedFolder2"
  };

  private RandomFiles() {}

  static VmxDocument of(long seed) {
    Random random = new Random(seed);
    List<String> entries = new ArrayList<>();
    pick(random, GENERAL, "", 12, entries);
    for (String prefix : PREFIXES) {
      if (random.nextInt(3) > 0) {
        pick(random, pool(prefix), prefix + ".", 7, entries);
      }
    }
    if (random.nextInt(4) == 0) {
      Collections.shuffle(entries, random);
    }
    StringBuilder text = new StringBuilder("#!/usr/bin/vmware\nconfig.version = \"8\"\n");
    text.append("virtualHW.version = \"").append(4 + random.nextInt(18)).append("\"\n");
    text.append("displayName=\"vm\" # a comment\n\n");
    for (String entry : entries) {
      int equals = entry.indexOf('=');
      text.append(entry, 0, equals).append(random.nextInt(9) == 0 ? "=" : " = ");
      text.append('"').append(entry.substring(equals + 1)).append('"');
      text.append(random.nextInt(9) == 0 ? "\r\n" : "\n");
    }
    return VmxDocument.parse(text.toString());
  }

  private static String[] pool(String prefix) {
    if (prefix.toLowerCase(java.util.Locale.ROOT).startsWith("ethernet")) {
      return ETHERNET;
    }
    if (prefix.startsWith("serial") || prefix.startsWith("parallel")) {
      return PORT;
    }
    if (prefix.startsWith("sharedFolder")) {
      return FOLDER;
    }
    return prefix.contains(":") || prefix.startsWith("floppy") ? DISK : CONTROLLER;
  }

  private static void pick(
      Random random, String[] pool, String prefix, int most, List<String> entries) {
    int count = 1 + random.nextInt(most);
    if (!prefix.isEmpty() && random.nextInt(4) > 0) {
      entries.add(prefix + pool[0]);
    }
    for (int i = 0; i < count; i++) {
      entries.add((prefix + pool[random.nextInt(pool.length)]).replace(" =", "=").strip());
    }
  }
}
