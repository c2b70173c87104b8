namespace LifetimeValueSample;

/// <summary>Where tables and charts go.</summary>
internal sealed class ResultFolder(string folder)
{
    private readonly List<string> _written = [];

    public IReadOnlyList<string> Written => _written;

    public async Task WriteAsync(string name, string text, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(Path.Combine(folder, name), text, cancellationToken);
        _written.Add(name);
    }
}
