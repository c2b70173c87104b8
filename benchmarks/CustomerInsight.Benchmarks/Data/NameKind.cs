namespace CustomerInsight.Benchmarks;

public enum NameKind
{
    Surnames,
    FullNames,
}
