namespace CustomerInsight.Models;

/// <summary>What one thread needs beside the rows: nothing in it outlives a chunk.</summary>
internal sealed class MixtureScratch
{
    public MixtureScratch(MixtureShape shape)
    {
        Responsibilities = new double[shape.Groups * MixtureKernel.BlockRows];
        Differences = new double[shape.Width * MixtureKernel.BlockRows];
        Weighted = new double[shape.Width * MixtureKernel.BlockRows];
        LaneSums = new double[shape.Groups * shape.GroupSums * Lanes.Count];
    }

    /// <summary>By group, the block's rows.</summary>
    public double[] Responsibilities { get; }

    public double[] Differences { get; }

    public double[] Weighted { get; }

    /// <summary>By group: eight lanes of weight, of differences, of second moments.</summary>
    public double[] LaneSums { get; }
}
