using System.Diagnostics;

namespace CustomerInsight.Benchmarks;

/// <summary>A process whose garbage collector is set as a service sets it that answers all the time: it collects beside the work, and a little at a time.</summary>
internal static class ServiceProcess
{
    private const string Concurrent = "DOTNET_gcConcurrent";
    private const string Budget = "DOTNET_GCGen0MaxBudget";

    // In hexadecimal digits, as the runtime reads it: 4 MiB.
    private const string BudgetBytes = "400000";

    /// <summary>Runs this program with other arguments in such a process.</summary>
    /// <returns>Its exit code.</returns>
    public static async Task<int> RunAsync(string[] args, CancellationToken cancellationToken)
    {
        string own = Environment.ProcessPath!;
        bool isHost = Path.GetFileNameWithoutExtension(own).Equals("dotnet", StringComparison.OrdinalIgnoreCase);
        var start = new ProcessStartInfo(own, isHost ? [typeof(ServiceProcess).Assembly.Location, .. args] : args);
        start.Environment[Concurrent] = "1";
        start.Environment[Budget] = BudgetBytes;
        using Process process = Process.Start(start)!;
        await process.WaitForExitAsync(cancellationToken);
        return process.ExitCode;
    }
}
