using System.Diagnostics;
using System.Globalization;

namespace CustomerInsight.Benchmarks;

/// <summary>How much memory the process takes.</summary>
internal static class ProcessMemory
{
    /// <summary>The most memory that the process has had resident, in 10⁶ bytes.</summary>
    public static double PeakMegabytes()
    {
        const string Line = "VmHWM:";
        string? kibibytes = File.Exists("/proc/self/status")
            ? File.ReadLines("/proc/self/status").FirstOrDefault(static line => line.StartsWith(Line, StringComparison.Ordinal))
            : null;
        using var process = Process.GetCurrentProcess();
        return kibibytes is null
            ? process.PeakWorkingSet64 / 1e6
            : long.Parse(kibibytes[Line.Length..].Replace("kB", string.Empty, StringComparison.Ordinal), NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture) * 1024 / 1e6;
    }
}
