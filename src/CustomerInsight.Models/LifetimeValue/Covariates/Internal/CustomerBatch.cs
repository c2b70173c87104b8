namespace CustomerInsight.Models;

/// <summary>Eight customers with parameters of their own, and what a likelihood says of them. Where there are fewer, the last fills the other places.</summary>
/// <param name="parameters">How many parameters there are.</param>
internal sealed class CustomerBatch(int parameters)
{
    public const int Size = Lanes.Count;

    private readonly double[] _logs = new double[parameters * Size];
    private readonly double[] _slopes = new double[parameters * Size];

    /// <summary>How often each bought again.</summary>
    public double[] Repeats { get; } = new double[Size];

    /// <summary>Until when, in the time of the parameters.</summary>
    public double[] Active { get; } = new double[Size];

    /// <summary>How long each is known.</summary>
    public double[] Tenure { get; } = new double[Size];

    /// <summary>ln L of each.</summary>
    public double[] Values { get; } = new double[Size];

    /// <summary>The logs of one parameter of all eight.</summary>
    public Span<double> Logs(int parameter) => _logs.AsSpan(parameter * Size, Size);

    /// <summary>The derivatives by these.</summary>
    public Span<double> Slopes(int parameter) => _slopes.AsSpan(parameter * Size, Size);

    /// <summary>Copies a customer to all later places.</summary>
    public void FillFrom(int place)
    {
        Repeats.AsSpan(place).Fill(Repeats[place]);
        Active.AsSpan(place).Fill(Active[place]);
        Tenure.AsSpan(place).Fill(Tenure[place]);
        for (int parameter = 0; parameter < parameters; parameter++)
        {
            Logs(parameter)[place..].Fill(Logs(parameter)[place]);
        }
    }
}
