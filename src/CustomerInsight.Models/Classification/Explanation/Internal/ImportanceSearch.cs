namespace CustomerInsight.Models;

/// <summary>Measures the importance of the features of one model on one set of rows.</summary>
internal sealed class ImportanceSearch
{
    private readonly IClassificationModel _model;
    private readonly ClassificationData _data;
    private readonly ImportanceOptions _options;
    private readonly ParallelOptions _parallel;
    private readonly int[] _sourceOf;

    // What each source adds to each row, either way: row by row.
    private readonly double[] _moved;

    public ImportanceSearch(IClassificationModel model, ClassificationData data, IReadOnlyList<string>? sources, ImportanceOptions options, CancellationToken cancellationToken)
    {
        sources ??= data.Features.Columns;
        if (sources.Count != data.Features.Columns.Count)
        {
            throw new ArgumentException(FormattableString.Invariant($"{sources.Count} sources are named for {data.Features.Columns.Count} columns. Name one for each."), nameof(sources));
        }

        if (model.Columns != data.Features.Columns || data.Rows == 0)
        {
            throw new ArgumentException("There is no row, or the columns are not those of the model, in its order. Give rows with the model's columns.", nameof(data));
        }

        _model = model;
        _options = options;
        _parallel = FixedChunks.Parallel(options.MaxDegreeOfParallelism, cancellationToken);
        _data = Canonical(data, options.MostRows, _parallel);
        Sources = [.. sources.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        _sourceOf = [.. sources.Select(source => Sources.BinarySearch(source, StringComparer.Ordinal))];
        _moved = Moved(cancellationToken);
        LogLoss = LossOf(_data.Features, new double[_data.Rows]);
    }

    public List<string> Sources { get; }

    public int Rows => _data.Rows;

    public double LogLoss { get; }

    public double[] MeanContributions()
    {
        double[] ones = new double[Rows];
        Array.Fill(ones, 1);
        return MeansOf(ones);
    }

    /// <summary>How the means and their ranks vary where rows are drawn again.</summary>
    public (double[] Errors, (int Low, int High)[] Ranks) Redrawn()
    {
        double[][] draws = FixedChunks.Run(_options.Draws, 1, _parallel, (from, to) => Enumerable.Range(from, to - from).Select(Drawn).ToArray()).SelectMany(static draw => draw).ToArray();
        double[] errors = new double[Sources.Count];
        var ranks = new (int Low, int High)[Sources.Count];
        for (int source = 0; source < errors.Length; source++)
        {
            double mean = draws.Average(draw => draw[source]);
            errors[source] = Math.Sqrt(draws.Sum(draw => (draw[source] - mean) * (draw[source] - mean)) / (draws.Length - 1));
            ranks[source] = (int.MaxValue, 0);
        }

        foreach (double[] draw in draws)
        {
            int[] order = ImportanceTable.OrderOf(Sources, draw);
            for (int i = 0; i < order.Length; i++)
            {
                (int low, int high) = ranks[order[i]];
                ranks[order[i]] = (Math.Min(low, i + 1), Math.Max(high, i + 1));
            }
        }

        return (errors, ranks);
    }

    /// <summary>How much the loss rises without what a source says.</summary>
    public (double Mean, double Error)[] LossIncreases()
    {
        double[][] losses = FixedChunks.Run(Sources.Count, 1, _parallel, (from, to) => Enumerable.Range(from, to - from).Select(Dealt).ToArray()).SelectMany(static loss => loss).ToArray();
        return Array.ConvertAll(losses, ImportanceTable.MeanAndError);
    }

    /// <summary>Rows in an order that depends on their content alone, few enough.</summary>
    private static ClassificationData Canonical(ClassificationData data, int most, ParallelOptions parallel)
    {
        int columns = data.Features.Columns.Count;
        double[] content = new double[data.Rows * (columns + 2)];
        for (int row = 0; row < data.Rows; row++)
        {
            Span<double> own = content.AsSpan(row * (columns + 2), columns + 2);
            data.Features.Row(row).CopyTo(own);
            own[columns] = data.Labels[row] ? 1 : 0;
            own[columns + 1] = data.WeightArray?[row] ?? 1;
        }

        return data.Take(RowOrder.Thin(RowOrder.Of(content, columns + 2, parallel), most));
    }

    private double[] Moved(CancellationToken cancellationToken)
    {
        int columns = _sourceOf.Length;
        double[] contributions = new double[Rows * columns];
        _model.Contributions(_data.Features, contributions, cancellationToken);
        double[] moved = new double[Rows * Sources.Count];
        for (int row = 0; row < Rows; row++)
        {
            Span<double> own = moved.AsSpan(row * Sources.Count, Sources.Count);
            for (int column = 0; column < columns; column++)
            {
                own[_sourceOf[column]] += contributions[(row * columns) + column];
            }

            foreach (ref double value in own)
            {
                value = Math.Abs(value);
            }
        }

        return moved;
    }

    private double[] Drawn(int draw)
    {
        _parallel.CancellationToken.ThrowIfCancellationRequested();
        var random = new SeededRandom(StableHash.Combine(_options.Seed, (ulong)draw));
        double[] counts = new double[Rows];
        for (int i = 0; i < counts.Length; i++)
        {
            counts[random.Next(Rows)]++;
        }

        return MeansOf(counts);
    }

    private double[] MeansOf(double[] counts)
    {
        double[] sums = new double[Sources.Count];
        double total = 0;
        for (int row = 0; row < Rows; row++)
        {
            double weight = counts[row] * (_data.WeightArray?[row] ?? 1);
            total += weight;
            for (int source = 0; source < sums.Length; source++)
            {
                sums[source] += weight * _moved[(row * sums.Length) + source];
            }
        }

        return Array.ConvertAll(sums, sum => sum / total);
    }

    private double[] Dealt(int source)
    {
        var random = new SeededRandom(StableHash.Combine(_options.Seed, StableHash.Of(Sources[source])));
        int columns = _sourceOf.Length;
        int[] own = [.. Enumerable.Range(0, columns).Where(column => _sourceOf[column] == source)];
        double[] margins = new double[Rows];
        double[] increases = new double[_options.Repeats];
        for (int repeat = 0; repeat < increases.Length; repeat++)
        {
            int[] from = [.. Enumerable.Range(0, Rows)];
            for (int i = Rows - 1; i > 0; i--)
            {
                int other = random.Next(i + 1);
                (from[i], from[other]) = (from[other], from[i]);
            }

            double[] values = _data.Features.Values.ToArray();
            for (int row = 0; row < Rows; row++)
            {
                foreach (int column in own)
                {
                    values[(row * columns) + column] = _data.Features.Values[(from[row] * columns) + column];
                }
            }

            increases[repeat] = LossOf(FeatureMatrix.Create(_data.Features.Columns, values), margins) - LogLoss;
        }

        return increases;
    }

    private double LossOf(FeatureMatrix rows, double[] margins)
    {
        _model.Margins(rows, margins, _parallel.CancellationToken);
        return ClassificationMetrics.LogLossOfMargins(margins, _data.Labels, _data.Weights);
    }
}
