using System.Globalization;
using CustomerInsight.Sources;

namespace CustomerInsight.Benchmarks;

/// <summary>Writes each record's cluster.</summary>
internal static class ClusterFile
{
    /// <summary>Writes <c>clusters.csv</c> into a folder, or a temporary file that is gone afterwards.</summary>
    public static async ValueTask WriteAsync(InsightContext run, string? folder, CancellationToken cancellationToken)
    {
        if (folder is not null)
        {
            Directory.CreateDirectory(folder);
            await WriteFileAsync(run, Path.Combine(folder, "clusters.csv"), cancellationToken);
            return;
        }

        string path = Path.GetTempFileName();
        try
        {
            await WriteFileAsync(run, path, cancellationToken);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static async Task WriteFileAsync(InsightContext run, string path, CancellationToken cancellationToken)
    {
        await using var file = new CsvFileWriter(path);
        file.WriteRow(["record_id", "cluster_id"]);
        for (int i = 0; i < run.Clusters!.Count; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            string cluster = i.ToString(CultureInfo.InvariantCulture);
            foreach (int record in run.Clusters[i].Records)
            {
                file.WriteRow([run.Records.Records[record].Key.Id, cluster]);
            }
        }
    }
}
