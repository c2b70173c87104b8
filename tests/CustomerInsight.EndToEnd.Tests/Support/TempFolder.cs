using System.Text;

namespace CustomerInsight.EndToEnd.Tests;

/// <summary>A folder of its own for a test, gone when the test is done.</summary>
internal sealed class TempFolder : IDisposable
{
    private readonly string _path = Directory.CreateTempSubdirectory("customer-insight-").FullName;

    public string this[string name] => Path.Combine(_path, name);

    public string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    public string Write(string name, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(this[name])!);
        File.WriteAllBytes(this[name], bytes);
        return this[name];
    }

    public void Dispose() => Directory.Delete(_path, recursive: true);
}
