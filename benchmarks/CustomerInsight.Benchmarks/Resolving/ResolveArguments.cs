using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace CustomerInsight.Benchmarks;

/// <summary>The options of the command <c>resolve</c>.</summary>
internal sealed record ResolveArguments
{
    public const string Usage = """
        Usage: dotnet run -c Release --project benchmarks/CustomerInsight.Benchmarks -- resolve [options]
          --records FILE   CSV, plain or .gz; the column record_id is the key, the others are mapped by kind from their names
          --calls N        how many lookups, and how many upserts, are timed; 20000
          --threads N      how many threads load; as many as there are cores
          --json OUT       the file that the measures are written to
        """;

    public string Records { get; private init; } = string.Empty;

    public int Calls { get; private init; } = 20_000;

    public int Threads { get; private init; }

    public string? Json { get; private init; }

    /// <summary>The model that another process trained; then calls are measured alone.</summary>
    public string? Model { get; private init; }

    public static bool TryParse(ReadOnlySpan<string> args, out ResolveArguments arguments, [NotNullWhen(false)] out string? problem)
    {
        arguments = new ResolveArguments();
        problem = null;
        for (int i = 0; i < args.Length && problem is null; i += 2)
        {
            (arguments, problem) = i + 1 < args.Length ? arguments.With(args[i], args[i + 1]) : (arguments, $"{args[i]} is no option of this command, or has no value.");
        }

        problem ??= arguments.Records.Length == 0 ? "--records is missing." : null;
        return problem is null;
    }

    private (ResolveArguments Arguments, string? Problem) With(string option, string value) => option switch
    {
        "--records" => (this with { Records = value }, null),
        "--calls" => Number(value) is { } calls ? (this with { Calls = calls }, null) : (this, "--calls takes a whole number from 1 to 10000000."),
        "--threads" => Number(value) is { } threads and <= 1024 ? (this with { Threads = threads }, null) : (this, "--threads takes a whole number from 1 to 1024."),
        "--json" => (this with { Json = value }, null),
        "--model" => (this with { Model = value }, null),
        _ => (this, $"{option} is no option of this command."),
    };

    private static int? Number(string value) => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number is > 0 and <= 10_000_000 ? number : null;
}
