using System.Runtime.Versioning;

// Signals, privileges and dying with the parent are Linux's.
[assembly: SupportedOSPlatform("linux")]
