using BenchmarkDotNet.Attributes;
using CsvHelper;
using CustomerInsight.Sources;
using CustomerInsight.Testing;

namespace CustomerInsight.Benchmarks;

/// <summary>What one row of a CSV file costs until it is a record in canonical order, against the bare CSV reader that gives the same fields as strings.</summary>
public class ReadingBenchmarks
{
    private const int Records = 20_000;
    private const string Key = "record_id";

    private byte[] _file = [];

    [GlobalSetup]
    public void Setup()
    {
        SourceRecord[] records = [.. SyntheticCustomers.Generate(new SyntheticOptions { Records = Records }).Records];
        string[] attributes = [SyntheticAttributes.GivenName, SyntheticAttributes.FamilyName, SyntheticAttributes.DateOfBirth, SyntheticAttributes.City, SyntheticAttributes.Email, SyntheticAttributes.Phone];
        var file = new MemoryStream();
        using (var writer = new CsvFileWriter(file))
        {
            writer.WriteRow([Key, .. attributes]);
            foreach (SourceRecord record in records)
            {
                writer.WriteRow([record.Key.ToString(), .. attributes.Select(attribute => record[attribute].First)]);
            }
        }

        _file = file.ToArray();
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Records)]
    public int BareReader()
    {
        int length = 0;
        using var reader = CsvReader.Create(_file.AsMemory(), new CsvReaderOptions { HasHeader = true });
        while (reader.Read())
        {
            for (int i = 0; i < reader.FieldCount; i++)
            {
                length += reader.GetString(i).Length;
            }
        }

        return length;
    }

    [Benchmark(OperationsPerInvoke = Records)]
    public async Task<int> Source()
    {
        int records = 0;
        await foreach (RecordChange change in File().ReadAsync(SourceCursor.Start, CancellationToken.None))
        {
            records += change.Record is null ? 0 : 1;
        }

        return records;
    }

    [Benchmark(OperationsPerInvoke = Records)]
    public async Task<int> SourceAndOrder() => (await ReadAsync(File())).Find<ReadRecords>()!.Records.Length;

    [Benchmark(OperationsPerInvoke = Records)]
    public async Task<int> SourceToStandardized()
    {
        CsvRecordSource file = File();
        InsightContext context = await ReadAsync(file);
        await new StandardizeStage([file], StandardizerSet.Default).RunAsync(context, CancellationToken.None);
        return context.Records.Count;
    }

    private static async Task<InsightContext> ReadAsync(CsvRecordSource file)
    {
        var context = new InsightContext(new InsightOptions());
        await new ReadRecordsStage([file]).RunAsync(context, CancellationToken.None);
        return context;
    }

    private CsvRecordSource File()
    {
        var options = new CsvRecordOptions();
        options.Columns.Key(Key);
        return new CsvRecordSource("people", () => new MemoryStream(_file), options);
    }
}
