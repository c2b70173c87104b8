namespace CustomerInsight.Models.Tests;

/// <summary>Keeps what is reported, on the thread that reports it.</summary>
internal sealed class Heard : IProgress<int>
{
    public List<int> Values { get; } = [];

    public void Report(int value) => Values.Add(value);
}
