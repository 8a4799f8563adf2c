print("zipingbiao")
