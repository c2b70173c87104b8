namespace CustomerInsight.Models;

/// <summary>What one pass over the rows finds: the loss, its slopes and its curvature in the intercept and the columns, the intercept first.</summary>
internal sealed class LogisticSums(int columns)
{
    /// <summary>Gets or sets −ln L of the rows.</summary>
    public double Loss { get; set; }

    /// <summary>Gets the slopes of <see cref="Loss"/>.</summary>
    public double[] Slopes { get; } = new double[columns + 1];

    /// <summary>Gets the second derivatives, row by row; both halves are filled.</summary>
    public double[] Curvature { get; } = new double[(columns + 1) * (columns + 1)];

    public void Add(LogisticSums other)
    {
        Loss += other.Loss;
        for (int i = 0; i < Slopes.Length; i++)
        {
            Slopes[i] += other.Slopes[i];
        }

        for (int i = 0; i < Curvature.Length; i++)
        {
            Curvature[i] += other.Curvature[i];
        }
    }
}
