using System.Collections.Concurrent;

namespace CustomerInsight.Models;

/// <summary>Where the cumulative sum of the stated share of steady customers stands at the end of the watched time, by their level, dispersion and length of the past.</summary>
/// <remarks>Found by drawing such customers, past and watched time, and doing with them what is done with real ones. Between the steps it is interpolated.</remarks>
internal sealed class AlarmLimits(EarlyWarningOptions options, ParallelOptions parallel)
{
    // Steps of a factor of √2.
    private const double StepsOfDoubling = 2;

    private readonly ConcurrentDictionary<(int Level, int Dispersion, int Periods), double> _limits = new();

    /// <summary>Finds the limits of customers, so that they can be asked for.</summary>
    public void Prepare(IEnumerable<(ActivityBaseline Usual, int Periods)> customers)
    {
        (int Level, int Dispersion, int Periods)[] kinds = [.. customers.SelectMany(static customer => Around(customer.Usual, customer.Periods)).Distinct()];
        Parallel.ForEach(kinds, parallel, kind => _limits[kind] = Find(kind));
    }

    /// <summary>The limit of a customer: a sum above it is a warning.</summary>
    public double Of(ActivityBaseline usual, int periods)
    {
        double level = Place(usual.Level);
        double dispersion = Place(usual.Dispersion);
        (int Level, int Dispersion, int Periods)[] around = Around(usual, periods);
        double right = level - Math.Floor(level);
        double upper = dispersion - Math.Floor(dispersion);
        return ((1 - upper) * (((1 - right) * _limits[around[0]]) + (right * _limits[around[1]])))
            + (upper * (((1 - right) * _limits[around[2]]) + (right * _limits[around[3]])));
    }

    private static double Place(double value) => StepsOfDoubling * Math.Log2(value);

    private static (int Level, int Dispersion, int Periods)[] Around(ActivityBaseline usual, int periods)
    {
        int level = (int)Math.Floor(Place(usual.Level));
        int dispersion = (int)Math.Floor(Place(usual.Dispersion));

        // A shorter past is known less well, so that its limit is on the safe side.
        int length = (int)Math.Pow(2, Math.Floor(StepsOfDoubling * Math.Log2(periods)) / StepsOfDoubling);
        return [(level, dispersion, length), (level + 1, dispersion, length), (level, dispersion + 1, length), (level + 1, dispersion + 1, length)];
    }

    private double Find((int Level, int Dispersion, int Periods) kind)
    {
        double level = Math.Pow(2, kind.Level / StepsOfDoubling);
        double dispersion = Math.Pow(2, kind.Dispersion / StepsOfDoubling);
        int blockLength = ActivityBaseline.BlockLength(kind.Periods);
        double[] blocks = new double[kind.Periods / blockLength];
        var blockDraws = new CountDraws(level * blockLength, dispersion);
        var draws = new CountDraws(level, dispersion);
        var random = new SeededRandom(StableHash.Combine(StableHash.Combine(StableHash.Combine(options.Seed, (ulong)kind.Level), (ulong)kind.Dispersion), (ulong)kind.Periods));
        double[] sums = new double[options.Simulations];
        for (int i = 0; i < sums.Length; i++)
        {
            parallel.CancellationToken.ThrowIfCancellationRequested();
            for (int block = 0; block < blocks.Length; block++)
            {
                blocks[block] = blockDraws.Next(random);
            }

            double usual = ActivityBaseline.Of(blocks, blockLength).Level;
            var sum = new DeclineSum(options.Decline, dispersion);
            for (int period = 0; period < options.WatchedPeriods; period++)
            {
                sum.Add(usual, draws.Next(random));
            }

            sums[i] = sum.Value;
        }

        Array.Sort(sums);
        return sums[sums.Length - 1 - (int)(options.FalseAlarmRate * sums.Length)];
    }
}
