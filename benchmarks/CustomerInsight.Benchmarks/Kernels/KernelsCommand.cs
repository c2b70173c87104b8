using CustomerInsight.Matching;

namespace CustomerInsight.Benchmarks;

/// <summary>Times each comparator, one text against many, over lists of names.</summary>
internal static class KernelsCommand
{
    public const string Name = "kernels";

    /// <summary>Runs the command.</summary>
    /// <returns>The exit code: 0 done, 1 a file cannot be used, 2 the options cannot be understood.</returns>
    public static async Task<int> RunAsync(string[] args, TextWriter screen, TextWriter error, CancellationToken cancellationToken)
    {
        if (!KernelsArguments.TryParse(args, out KernelsArguments arguments, out string? problem))
        {
            error.WriteLine(problem);
            error.WriteLine(KernelsArguments.Usage);
            return 2;
        }

        try
        {
            string[] surnames = await ReadAsync(arguments.Surnames, "--surnames", cancellationToken);
            string[] fullNames = await ReadAsync(arguments.FullNames, "--fullnames", cancellationToken);
            var measures = new KernelsMeasures(
                BatchKernels.Best.ToString(),
                arguments.Repetitions,
                Measure(surnames, arguments.Repetitions, cancellationToken),
                Measure(fullNames, arguments.Repetitions, cancellationToken));
            measures.Print(screen);
            if (arguments.Json is { } json)
            {
                await File.WriteAllTextAsync(json, measures.ToJson(), cancellationToken);
            }

            return 0;
        }
        catch (Exception unusable) when (unusable is IOException or UnauthorizedAccessException or ArgumentException)
        {
            error.WriteLine(unusable.Message);
            return 1;
        }
    }

    private static async Task<string[]> ReadAsync(string file, string option, CancellationToken cancellationToken)
    {
        if (!File.Exists(file))
        {
            throw new FileNotFoundException($"There is no file {Path.GetFullPath(file)}. Name the folder of both lists by --texts, or this one by {option}.");
        }

        string[] texts = await File.ReadAllLinesAsync(file, cancellationToken);
        return texts.Length > 0 ? texts : throw new ArgumentException($"{Path.GetFullPath(file)} holds no line. Give a text a line.");
    }

    private static TextsMeasures Measure(string[] texts, int repetitions, CancellationToken cancellationToken)
    {
        PathMeasures Of(BatchPath path) => new KernelTimer(texts, path, repetitions).Measure(cancellationToken);

        PathMeasures best = Of(BatchKernels.Best);
        return new TextsMeasures(
            texts.Length,
            texts.Average(static text => text.Length),
            best.JaroWinkler,
            best.Jaro,
            best.Levenshtein,
            best.Osa,
            BatchKernels.Best > BatchPath.Vector256 ? Of(BatchPath.Vector256) : null,
            BatchKernels.Best > BatchPath.Scalar ? Of(BatchPath.Scalar) : best);
    }
}
