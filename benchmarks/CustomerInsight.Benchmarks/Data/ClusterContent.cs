namespace CustomerInsight.Benchmarks;

public enum ClusterContent
{
    Identical,
    Different,
}
